using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Rushes.Browser;

/// <summary>
/// What happened in a project, as the studio tells it to programs, and what its lanes must show after each event. Goes on where it was when the studio was away.
/// </summary>
public sealed class EventLog : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Turns = new(StringComparer.Ordinal)
    {
        ["take-submitted"] = "generating",
        ["take-arriving"] = "downloading",
        ["take-ready"] = "ready",
        ["take-requeued"] = "moved",
        ["take-unknown"] = "unknown",
        ["take-blocked"] = "blocked",
        ["take-failed"] = "failed",
        ["take-cancelled"] = "cancelled",
    };

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _door = new();
    private readonly List<string> _looks = [""];
    private readonly List<(string Account, int Scene, int Take, int Attempt, string State)> _blocks = [];
    private readonly Task _reading;

    public EventLog(HttpClient api, string project) => _reading = ReadAsync(api, $"api/v1/projects/{Uri.EscapeDataString(project)}/events");

    /// <summary>Events so far.</summary>
    public int Count
    {
        get
        {
            lock (_door)
                return _looks.Count - 1;
        }
    }

    /// <summary>How many events had happened when the lanes had to look so; null when they never had to.</summary>
    public int? After(string look)
    {
        lock (_door)
            return _looks.LastIndexOf(look) is >= 0 and var found ? found : null;
    }

    /// <summary>Lanes as text: a line a block.</summary>
    public static string Look(IEnumerable<string> blocks) => string.Join('\n', blocks.Order(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task ReadAsync(HttpClient api, string address)
    {
        string? last = null;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (last is not null)
                    request.Headers.Add("Last-Event-ID", last);
                using var answer = await api.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
                await using var stream = await answer.Content.ReadAsStreamAsync(_end.Token);
                await foreach (var one in SseParser.Create(stream).EnumerateAsync(_end.Token))
                {
                    if (one.EventType != "event")
                        continue;
                    last = one.EventId;
                    lock (_door)
                        Hear(JsonNode.Parse(one.Data)!["event"]!);
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException)
            {
                // The studio is away; it comes back.
                await Task.Delay(100, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Hear(JsonNode happening)
    {
        var kind = (string)happening["event"]!;
        if (happening["scene"] is { } scene && happening["take"] is { } take)
        {
            var at = _blocks.FindLastIndex(block => block.Scene == (int)scene && block.Take == (int)take);
            if (kind == "take-started")
            {
                if (at >= 0 && _blocks[at].State is "submitting" or "generating" or "downloading")
                    _blocks[at] = _blocks[at] with { State = "moved" };
                _blocks.Add(((string)happening["account"]!, (int)scene, (int)take, (int)happening["attempt"]!, "submitting"));
            }
            else if (at >= 0 && Turns.TryGetValue(kind, out var state))
            {
                _blocks[at] = _blocks[at] with { State = state };
            }
        }

        _looks.Add(Look(_blocks.Select(block => FormattableString.Invariant($"{block.Account} scene {block.Scene} take {block.Take} attempt {block.Attempt} {block.State}"))));
    }
}
