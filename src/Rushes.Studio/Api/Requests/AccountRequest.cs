using System.Text.Json;
using Rushes.Engine.Accounts;
using Rushes.Film;

namespace Rushes.Studio.Api.Requests;

/// <summary>What is said of an account. Left out: as before; an empty text takes back what was said.</summary>
internal sealed record AccountRequest
{
    internal const int MostInFlight = 1000;
    internal const int LongestIntervalMs = 600_000;

    public string? Name { get; init; }

    /// <summary>One of /api/v1/providers; of a new account only.</summary>
    public string? Provider { get; init; }

    public string? ProjectId { get; init; }

    /// <summary>All tokens or keys of the account. They come in and never go out again.</summary>
    public IReadOnlyList<string>? Tokens { get; init; }

    /// <summary>A service account's document, as an object or as text.</summary>
    public JsonElement? Document { get; init; }

    public bool? Enabled { get; init; }
    public string? BaseUrl { get; init; }
    public string? QuotaGroup { get; init; }
    public LimitsRequest? Limits { get; init; }

    /// <exception cref="MistakeException">A limit is out of range.</exception>
    internal AccountEntry Entry() => new()
    {
        Name = Name,
        Provider = Provider,
        ProjectId = ProjectId,
        Tokens = Tokens,
        Document = Document switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Object } page => page.GetRawText(),
            _ => null,
        },
        Enabled = Enabled,
        BaseUrl = BaseUrl,
        QuotaGroup = QuotaGroup,
        MaxInFlight = Within(Limits?.MaxInFlight, 1, MostInFlight, "limits.max_in_flight"),
        SubmitIntervalMs = Within(Limits?.SubmitIntervalMs, 0, LongestIntervalMs, "limits.submit_interval_ms"),
    };

    private static int? Within(int? number, int least, int most, string field) =>
        number is null || (number >= least && number <= most) ? number : throw Mistake.Input("studio.number-range", field, field, least, most).AsException();
}
