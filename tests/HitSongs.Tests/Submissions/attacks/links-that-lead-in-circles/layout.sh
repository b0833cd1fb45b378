for i in $(seq 2000); do ln -s . "loop$i"; done
ln -s answer.md answer.a.md
ln -s loop1/loop2/answer.md answer.md
