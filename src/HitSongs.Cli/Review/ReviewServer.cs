using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HitSongs.Cli.Review;

/// <summary>Serves the page on which a person marks: on this machine alone, to whoever has its address.</summary>
internal sealed class ReviewServer : IAsyncDisposable
{
    private const int LargestBody = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly WebApplication application;
    private readonly ReviewGate gate;

    private ReviewServer(WebApplication application, ReviewGate gate) => (this.application, this.gate) = (application, gate);

    /// <summary>Where the page is, with the token that opens it.</summary>
    public Uri Address => new($"http://{gate.Host}{gate.Root}");

    /// <param name="desk">What is judged.</param>
    /// <param name="reviewer">Who marks, unless the page is told another name.</param>
    public static async Task<ReviewServer> StartAsync(ReviewDesk desk, string reviewer, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
            options.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        var (application, gate) = (builder.Build(), new ReviewGate());
        application.Use(gate.CheckAsync);
        application.UseRouting();
        Map(application, gate.Root, desk, reviewer);
        await application.StartAsync(cancel);
        gate.Host = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
        return new ReviewServer(application, gate);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static void Map(WebApplication application, string root, ReviewDesk desk, string reviewer)
    {
        application.MapGet(root, () =>
            Page(desk.Queue is [var first, ..] ? ReviewPage.Write(desk.View(first.Id)!, root, reviewer) : ReviewPage.Done(root, desk.Written)));
        application.MapGet($"{root}items/{{id}}", (string id) =>
            desk.View(id) is { } view ? Page(ReviewPage.Write(view, root, reviewer)) : Results.Redirect(root));
        application.MapGet($"{root}criteria/{{id}}/{{criterion}}", (string id, string criterion) =>
            Results.Redirect(desk.CriterionOf(id, criterion) is { } other ? $"{root}items/{other}" : root));
        application.MapGet($"{root}review.css", () => Results.Content(PageScripts.ReviewCss, "text/css; charset=utf-8"));
        application.MapGet($"{root}review.js", () => Results.Content(PageScripts.ReviewScript, "text/javascript; charset=utf-8"));
        application.MapPost($"{root}marks", context => MarkAsync(context, desk));
    }

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");

    private static async Task MarkAsync(HttpContext context, ReviewDesk desk)
    {
        MarkRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync<MarkRequest>(context.Request.Body, Json, context.RequestAborted);
        }
        catch (JsonException)
        {
            request = null;
        }
        catch (BadHttpRequestException large) // Kestrel's word for a body beyond its limit
        {
            await AnswerAsync(context, large.StatusCode, new MarkResult(MarkOutcome.Refused, "That is too much text.", null));
            return;
        }

        if (request is null)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, new MarkResult(MarkOutcome.Refused, "This is no mark as the page writes them.", null));
            return;
        }

        try
        {
            var result = await desk.MarkAsync(request, DateTimeOffset.UtcNow, context.RequestAborted);
            await AnswerAsync(context, CodeOf(result.Outcome), result);
        }
        catch (InvalidInputException wrong)
        {
            await AnswerAsync(context, StatusCodes.Status409Conflict, new MarkResult(MarkOutcome.Conflict, wrong.Message, null));
        }
    }

    private static Task AnswerAsync(HttpContext context, int code, MarkResult result)
    {
        context.Response.StatusCode = code;
        return context.Response.WriteAsJsonAsync(new { result.Problem, result.Next }, Json, context.RequestAborted);
    }

    private static int CodeOf(MarkOutcome outcome) => outcome switch
    {
        MarkOutcome.Written => StatusCodes.Status200OK,
        MarkOutcome.Unknown => StatusCodes.Status404NotFound,
        MarkOutcome.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
