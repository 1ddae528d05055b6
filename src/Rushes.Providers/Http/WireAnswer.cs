using System.Net;
using System.Text.Json;

namespace Rushes.Providers.Http;

/// <summary>What became of a request to a provider. The difference between the last two is money: only what was never sent was surely not accepted.</summary>
public abstract record WireAnswer
{
    private WireAnswer()
    {
    }

    /// <param name="Body">As text; empty when there was none.</param>
    /// <param name="RetryAfter">From the header of that name, from now on.</param>
    /// <param name="Headers">Of the answer and its content, by lower-case name.</param>
    public sealed record Answered(HttpStatusCode Status, string Body, TimeSpan? RetryAfter, IReadOnlyDictionary<string, string> Headers) : WireAnswer
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>The body as JSON; undefined when it is none.</summary>
        public JsonElement Json { get; } = JsonFacts.Parse(Body);
    }

    /// <summary>A success whose body is no text.</summary>
    /// <param name="MediaType">Such as <c>audio/mpeg</c>; null when the answer does not say.</param>
    public sealed record Brought(byte[] Body, string? MediaType) : WireAnswer;

    /// <summary>No connection came about: the request did not leave this machine.</summary>
    public sealed record NeverSent(string Reason) : WireAnswer;

    /// <summary>The connection broke after the request may have left.</summary>
    public sealed record Lost(string Reason) : WireAnswer;
}
