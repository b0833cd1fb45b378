using System.Globalization;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Reviews;
using HitSongs.Reporting.Review;
using HitSongs.Reporting.Text;

namespace HitSongs.Cli.Review;

/// <summary>The same queue where there is no browser: reads a line for each judgement.</summary>
internal sealed class ReviewTerminal(ReviewDesk desk, string reviewer, TextReader input, TextWriter output)
{
    private const int ShownOfAText = 4000;
    private const string Help =
        "points; empty for those proposed; points and a comment, such as: 2.5 The reason is missing; n next, p previous, w withdraw, q quit";

    /// <summary>Until the queue or the input ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        output.WriteLine(Help);
        var id = desk.Queue is [var first, ..] ? first.Id : null;
        while (id is not null && desk.View(id) is { } view)
        {
            Show(view);
            if (await AskAsync(view, cancel) is not { } next)
            {
                break;
            }

            id = next.Length > 0 ? next : null;
        }

        output.WriteLine(
            $"{Numbers.Count(desk.Written, "mark was", "marks were")} written, {desk.Queue.Count:N0} left. `hitsongs regrade` counts them.");
    }

    /// <returns>The id of what comes next, empty for nothing; null where the person ends.</returns>
    private async Task<string?> AskAsync(ReviewView view, CancellationToken cancel)
    {
        while (true)
        {
            output.Write(Prompt(view));
            if (await input.ReadLineAsync(cancel) is not { } line || line.Trim() == "q")
            {
                output.WriteLine();
                return null;
            }

            switch (line.Trim())
            {
                case "n":
                    return view.Place.Next ?? "";
                case "p":
                    return view.Place.Previous ?? view.Item.Id;
            }

            if (RequestOf(view, line.Trim()) is not { } request)
            {
                output.WriteLine(Help);
                continue;
            }

            var result = await desk.MarkAsync(request, DateTimeOffset.UtcNow, cancel);
            if (result.Outcome == MarkOutcome.Written)
            {
                return result.Next ?? "";
            }

            output.WriteLine($"Not saved. {result.Problem}");
            if (result.Outcome == MarkOutcome.Conflict)
            {
                return view.Item.Id; // shown anew, as it is now
            }
        }
    }

    private MarkRequest? RequestOf(ReviewView view, string line)
    {
        var request = new MarkRequest(view.Item.Id, view.Seen, view.HandedIn, reviewer, "");
        if (view.Item.Criterion is null)
        {
            return line is "" or "y" ? request with { Judged = true } : null;
        }

        if (line == "w")
        {
            return request with { Withdraw = true };
        }

        var parts = line.Split(' ', 2);
        return line.Length == 0 ? (view.Proposed is { } proposed ? request with { Points = proposed } : null)
            : PointsOf(parts[0]) is { } points ? request with { Points = points, Reason = parts.ElementAtOrDefault(1) ?? "" }
            : null;
    }

    private static double? PointsOf(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            ? points
            : null;

    private static string Prompt(ReviewView view) => view.Score is not { } score
        ? "looked at (Enter)? "
        : $"points 0 to {Numbers.Points(score.MaxPoints)}{(view.Proposed is { } proposed ? $" (Enter: {Numbers.Points(proposed)})" : "")}: ";

    private void Show(ReviewView view)
    {
        output.WriteLine();
        Write($"{(view.Place.Position > 0 ? $"{view.Place.Position} of {view.Place.Left}: " : "")}{view.Criterion} [{ReviewPage.Words(view.Item.Reason)}]");
        Write($"{view.Item.Submission}, {view.Item.Question}");
        Write(view.Feedback);
        Part("Question", view.Report.PromptOf(view.Item.Question));
        Part("Answer", view.Evidence?.Answer?.Text ?? "(none was handed in)");
        Part("What its demonstration printed", view.Evidence?.Demonstration?.Program.Output);
        foreach (var quote in view.Score?.Evidence ?? [])
        {
            Write($"> {quote.File}:{quote.Line}: {quote.Quote}");
        }

        foreach (var copy in view.Item.Reason == ReviewReason.Copies ? view.Report.Grade.Copies : [])
        {
            Write($"> {copy.File}:{copy.Line} and {copy.Source}:{copy.SourceLine} share {copy.Words} words: {copy.Passage}");
        }

        foreach (var mark in view.Marks)
        {
            Write($"{mark.Reviewer}: {(mark.Points is { } points ? Numbers.Points(points) : "withdrawn")} {mark.Reason}");
        }
    }

    private void Part(string title, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Write($"--- {title}\n{(text.Length > ShownOfAText ? Capped.Of(text, ShownOfAText).Text + " \u2026" : text).TrimEnd()}");
        }
    }

    /// <summary>No character of a submission may steer the terminal.</summary>
    private void Write(string text) => output.WriteLine(ScoreTable.Harmless(text));
}
