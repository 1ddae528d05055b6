using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Cli.Commands;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Engine.Watching;
using Rushes.Film;

namespace Rushes.Cli.Servers;

/// <summary>Watches what a running studio does, as if it were done here.</summary>
internal static class ServerWork
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    /// <param name="work">As the studio answered it.</param>
    /// <param name="after">The last event of the project before the work; null: none.</param>
    public static async Task<int> FollowAsync(ServerSession session, JsonNode work, string? after)
    {
        var path = $"works/{(string)work["id"]!}";
        try
        {
            var told = 0;
            while (work["project"] is null && !(bool)work["over"]!)
            {
                told = Tell(session, work, told);
                await Task.Delay(Look, session.Cancellation);
                work = await session.Line.GetAsync(path, session.Cancellation);
            }

            Tell(session, work, told);
            var news = new RunNews(session.Console);
            while ((string?)work["project"] is { } project && !(bool)work["over"]!)
            {
                after = await WatchAsync(session, project, after, news);
                work = await session.Line.GetAsync(path, session.Cancellation);
            }

            if ((string?)work["project"] is { } last)
                await WatchAsync(session, last, after, news);
            news.Conclude();
        }
        catch (OperationCanceledException) when (session.Cancellation.IsCancellationRequested)
        {
            session.Console.Warn(Sentence.Of("cli.server-goes-on", session.Line.Address));
            throw;
        }

        if (work["error"] is { } error)
            throw StudioRefusedException.Of(error, 400);
        if (work["report"] is { } report)
            return FilmAnswer.Give(session, report.Deserialize<FilmReport>(CommandSession.JsonForm)!);
        session.Answer(new { work = (string)work["id"]!, project = (string?)work["project"], stage = (string)work["stage"]! }, Sentence.Of($"studio.stage-{(string)work["stage"]!}"));
        return (string?)work["stage"] == "cancelled" ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <returns>The last event that was seen.</returns>
    private static async Task<string?> WatchAsync(ServerSession session, string project, string? after, RunNews news)
    {
        try
        {
            await foreach (var (kind, id, data) in session.Line.StreamAsync($"projects/{Uri.EscapeDataString(project)}/events?until_idle=true", after, session.Cancellation))
            {
                if (kind == "event")
                {
                    news.Tell(new RecordedEvent((string)data["run"]!, (long)data["sequence"]!, (DateTimeOffset)data["at"]!, EventJson.Read(data["event"]!.ToJsonString())));
                    after = id;
                }
                else if (data["work"] is { } work && (string?)work["stage"] == "cutting" && (double?)work["progress"] is { } progress)
                {
                    session.Console.Tell(new FilmNews.Cutting(progress));
                }
            }
        }
        catch (Exception broken) when (broken is IOException or HttpIOException or MistakeException { Mistake.Code: "cli.server-silent" })
        {
            // The studio may have been closed and opened again: the stream goes on after the last event.
            await Task.Delay(TimeSpan.FromSeconds(1), session.Cancellation);
        }

        return after;
    }

    /// <summary>What is told while the script is written.</summary>
    private static int Tell(ServerSession session, JsonNode work, int told)
    {
        foreach (var line in work["lines"]!.AsArray().Where(line => (int)line!["number"]! > told))
        {
            var text = (string)line!["text"]!;
            session.Console.Tell((bool)line["warning"]! ? new FilmNews.Warned(text) : new FilmNews.Said(text));
            told = (int)line["number"]!;
        }

        return told;
    }
}
