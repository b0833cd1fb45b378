{ head -c 10000 /dev/zero | sed "s/\x0/class A{/g"; head -c 10000 /dev/zero | tr "\0" "}"; } > demonstration.cs
