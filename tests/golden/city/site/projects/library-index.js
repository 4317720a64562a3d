window.SHOWCASE_LIBRARY = {"rest":{},"groups":[["city","某市",[["dream.html","“圆梦”志愿服务项目","帮孩子实现小心愿，不收费。第二段 <script>alert(1)</script>。",0,0,1,2,""]]]],"words":["某市 · 关爱儿童","市级荣誉","关爱"]};
