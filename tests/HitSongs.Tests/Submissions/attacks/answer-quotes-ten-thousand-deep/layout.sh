head -c 20000 /dev/zero | sed 's/\x0/> /g' > answer.md; echo end >> answer.md
