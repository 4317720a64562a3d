#!/bin/sh
# 把生成好的网站发布到一台 Linux 服务器：全部传完，才一下子换上去；传到一半断了，网站不变。
#
#   sh deploy/publish.sh site 用户@服务器:/srv/showcase    用 SSH 传到服务器
#   sh deploy/publish.sh site /srv/showcase               就在这台机器上
#
# 网页服务器读 /srv/showcase/current。换回上一次：在服务器的 /srv/showcase 里运行
#   ln -s releases/上一次 current.back && mv -T current.back current
# 自动发布的机器用环境变量给出 DEPLOY_KEY（私钥）和 DEPLOY_KNOWN_HOSTS（ssh-keyscan 服务器 的输出）。
# shellcheck disable=SC1111 # 中文引号就是中文引号
set -eu

# 服务器上留几次
KEPT=5

stop() {
  printf '%s\n' "$1" >&2
  exit 2
}

[ $# -eq 2 ] || stop "用法：sh deploy/publish.sh site 用户@服务器:/srv/showcase"
site=${1%/}
[ -f "$site/index.html" ] || stop "${site} 里没有网站，先运行 showcase build"
case $2 in
  *:*) host=${2%%:*} folder=${2#*:} ;;
  *) host='' folder=$2 ;;
esac
case $folder in
  *[!A-Za-z0-9/._-]* | *..* | / | '') stop "文件夹“${folder}”不行：只用英文字母、数字、/ . _ -，不能是空的" ;;
  /*) ;;
  *) stop "文件夹“${folder}”要从 / 写起" ;;
esac
case $host in
  -*) stop "服务器“${host}”不能以 - 开头" ;;
esac

remote=ssh
if [ -n "${DEPLOY_KEY:-}" ]; then
  [ -n "${DEPLOY_KNOWN_HOSTS:-}" ] || stop "还要给出 DEPLOY_KNOWN_HOSTS：ssh-keyscan 服务器 的输出"
  keys=$(mktemp -d)
  trap 'rm -rf "$keys"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  (
    umask 077
    printf '%s\n' "$DEPLOY_KEY" | tr -d '\r' >"$keys/key"
    printf '%s\n' "$DEPLOY_KNOWN_HOSTS" | tr -d '\r' >"$keys/hosts"
  )
  remote="ssh -i $keys/key -o IdentitiesOnly=yes -o UserKnownHostsFile=$keys/hosts -o StrictHostKeyChecking=yes -o BatchMode=yes"
fi

# 在服务器上运行从标准输入来的命令；参数里没有空格和引号，上面查过。
there() {
  if [ -n "$host" ]; then
    $remote "$host" sh -s -- "$@"
  else
    sh -s -- "$@"
  fi
}

name=$(date -u +%Y%m%d-%H%M%S)-$$
last=$(
  there "$folder" <<'THERE'
set -eu
mkdir -p "$1/releases"
cd "$1"
# 上次断在半路、一天以前的
find releases -mindepth 1 -maxdepth 1 -name '*.part' -mtime +0 -exec rm -rf {} +
readlink current || true
THERE
)

# 内容没有变的文件与上一次共用，修改时间也不变，读者的浏览器不用重新下载。
rsync --recursive --links --perms --chmod=D755,F644 --checksum ${last:+--link-dest="$folder/$last"} \
  -e "$remote" "$site/" "${host:+$host:}$folder/releases/$name.part/"

there "$folder" "$name" "$KEPT" <<'THERE'
set -eu
cd "$1"
mv "releases/$2.part" "releases/$2"
ln -s "releases/$2" "current.$2"
mv -T "current.$2" current
ls -1d releases/*-* | grep -v '[.]part$' | sort -r | tail -n "+$(($3 + 1))" | while read -r old; do rm -rf "$old"; done
THERE
printf '已发布：%s\n' "${host:+$host:}$folder/current"
