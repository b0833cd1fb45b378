using HitSongs.Programs;
using HitSongs.Programs.Notebooks;

// HitSongs.Programs demonstration|model PROGRAM.dll   runs one program of a submission
// HitSongs.Programs notebook FOLDER                   runs the cells of one notebook
return args[0] == "notebook" ? await NotebookRun.OfAsync(args[1]) : ProgramHost.Run(args[0], args[1]);
