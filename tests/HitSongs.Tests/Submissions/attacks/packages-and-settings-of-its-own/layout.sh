printf '%s\n' '#!/usr/bin/env dotnet' '#:package Evil@1.0.0' '#:property TargetFramework=net11.0' '#:sdk Evil.Sdk' 'System.Console.WriteLine("ran");' > demonstration.cs
echo '<Project><Target Name="Mine" BeforeTargets="Build"><Exec Command="touch /tmp/hitsongs-owned" /></Target></Project>' | tee Directory.Build.props Directory.Build.targets demonstration.csproj > /dev/null
echo '<configuration><packageSources><add key="x" value="http://127.0.0.1:1/" /></packageSources></configuration>' > nuget.config
echo '{"sdk": {"version": "99.0.100", "paths": ["."]}}' > global.json
printf 'root = true\n[*.cs]\ndotnet_diagnostic.CS0168.severity = error\n' > .editorconfig
echo '-analyzer:evil.dll' | tee csc.rsp options.rsp Directory.Build.rsp > /dev/null
echo '{"runtimeOptions": {"configProperties": {"System.GC.Server": true}}}' > demonstration.runtimeconfig.template.json
