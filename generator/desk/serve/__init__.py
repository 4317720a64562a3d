"""The preview: pages made when asked for, problems in a panel over them, and browsers that follow what is saved."""
