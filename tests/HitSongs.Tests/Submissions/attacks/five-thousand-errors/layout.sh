i=0; while [ $i -lt 5000 ]; do echo "undefined$i();"; i=$((i+1)); done > demonstration.cs
