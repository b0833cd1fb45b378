{ printf "object o = new(); var y = \"\"" ; head -c 100000 /dev/zero | sed "s/\x0/+o/g"; echo ";"; } > demonstration.cs
