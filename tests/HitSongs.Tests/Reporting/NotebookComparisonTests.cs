using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Cli;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>The comparison that .ci/run makes between the notebook's file and what its kernel prints.</summary>
internal sealed class NotebookComparisonTests
{
    private const string Python = "/usr/bin/python3";
    private const string Table = "<table><tr><th>Observed</th><th>Value</th></tr><tr><th>loss</th><td>[0.455052, 2]</td></tr></table>";

    [TestCase("a line\n", "(3,1): warning CS8632: nullable\na line\n", Table, Table, 0)]
    [TestCase("saved in /tmp/checkpoint-tQCb5R\n", "saved in /tmp/checkpoint-AbC123\n", Table, Table, 0)]
    [TestCase("a\n", "a\n", Table, "<table><tr><th style='x'>Observed</th><th>Value</th></tr>\n<tr><th>loss</th><td>[0.455051, 2]</td></tr></table>", 0)]
    [TestCase("a\n", "b\n", Table, Table, 1)]
    [TestCase("a\n", "a\n", Table, "<table><tr><th>Observed</th><th>Value</th></tr><tr><th>loss</th><td>[0.4551, 2]</td></tr></table>", 1)]
    [TestCase("a\n", "a\n", Table, "", 1)]
    [TestCase("[-0.0293811, -1.24795]\n", "[-0.0293807, -1.24795]\n", Table, Table, 0)] // a millionth of the vector's largest
    [TestCase("[-0.0293811, -1.24795]\n", "[-0.0293851, -1.24795]\n", Table, Table, 1)]
    [TestCase("22713216 parameters, loss 0.5\n", "22713216 parameters, loss 0.6\n", Table, Table, 1)] // a count is no part of a vector
    [TestCase("", "", "", "", 1)] // nothing to compare is nothing compared
    public void Values_that_a_kernel_prints_otherwise_are_found(string inFile, string inKernel, string tableInFile, string tableInKernel, int code)
    {
        if (!File.Exists(Python))
        {
            Assert.Ignore($"needs {Python}");
        }

        using var folder = new TemporaryFolder();
        string[] files = [Write(folder, "file.ipynb", inFile, tableInFile), Write(folder, "executed.ipynb", inKernel, tableInKernel)];
        using var process = Process.Start(
            new ProcessStartInfo(Python, [Path.Combine(Workplace.Find().Root, ".ci", "compare_notebooks.py"), .. files])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.EqualTo(code), said);
        Assert.That(said, Does.Match(@"\d+ printed lines and \d+ values of tables compared, \d cells differ"));
    }

    private static string Write(TemporaryFolder folder, string name, string printed, string table)
    {
        var outputs = new JsonArray(
            new JsonObject
            {
                ["output_type"] = "stream",
                ["name"] = "stdout",
                ["text"] = printed,
            },
            new JsonObject
            {
                ["output_type"] = "display_data",
                ["data"] = new JsonObject { ["text/html"] = new JsonArray(table) },
            }
        );
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "one",
                    ["cell_type"] = "code",
                    ["execution_count"] = 1,
                    ["outputs"] = outputs,
                }
            ),
        };
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, notebook.ToJsonString(JsonSerializerOptions.Default));
        return path;
    }
}
