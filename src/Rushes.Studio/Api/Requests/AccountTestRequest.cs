namespace Rushes.Studio.Api.Requests;

/// <summary>Which account to test.</summary>
internal sealed record AccountTestRequest
{
    /// <summary>Id or unique name; left out: every enabled account.</summary>
    public string? Account { get; init; }
}
