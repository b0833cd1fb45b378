using HitSongs.Expectations;

// HitSongs.Expectations   answers requests on standard input, a line each, on standard output
using var requests = Console.OpenStandardInput();
using var replies = Console.OpenStandardOutput();
Console.SetOut(Console.Error); // what an expectation prints is no reply
new ExpectationHost().Serve(requests, replies);
