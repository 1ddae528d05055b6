using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Studio.Api.Requests;

namespace Rushes.Studio.Pages;

/// <summary>What stands in the fields of an account, as typed. Keys are not among it: they come in and never go out again.</summary>
public sealed record AccountDraft
{
    public string? Provider { get; init; }
    public string? Name { get; init; }
    public string? ProjectId { get; init; }
    public string? BaseUrl { get; init; }
    public string? MaxInFlight { get; init; }
    public string? SubmitIntervalMs { get; init; }
    public string? QuotaGroup { get; init; }

    /// <summary>Something stands in the fields that are folded away.</summary>
    public bool SaysMore => MaxInFlight is not null || SubmitIntervalMs is not null || QuotaGroup is not null;

    /// <summary>An account as it is.</summary>
    internal static AccountDraft Of(Account account) => new()
    {
        Provider = account.Provider,
        Name = account.Name,
        ProjectId = account.ProjectId,
        BaseUrl = account.BaseUrl,
        MaxInFlight = account.Limits.MaxInFlight.ToString(CultureInfo.InvariantCulture),
        SubmitIntervalMs = account.Limits.SubmitIntervalMs.ToString(CultureInfo.InvariantCulture),

        // The group that follows from the project follows it when that is changed.
        QuotaGroup = account.QuotaGroup == account.ProjectGroup ? null : account.QuotaGroup,
    };

    internal static AccountDraft Read(IFormCollection form) => new()
    {
        Provider = form.Said("provider"),
        Name = form.Said("name"),
        ProjectId = form.Said("project_id"),
        BaseUrl = form.Said("base_url"),
        MaxInFlight = form.Said("max_in_flight"),
        SubmitIntervalMs = form.Said("submit_interval_ms"),
        QuotaGroup = form.Said("quota_group"),
    };

    /// <param name="kind">Null where the provider is none that is known.</param>
    /// <exception cref="MistakeException">A limit is out of range, or the kind signs in with something that is not given.</exception>
    internal AccountEntry Entry(AccountKind? kind, string? token, string? document)
    {
        var byDocument = kind?.Credential == CredentialForm.Document;
        if (kind is { NeedsCredential: true } && token is null && !(byDocument && document is not null))
        {
            throw (byDocument
                ? Mistake.Input("studio.key-missing", "document", kind.Name.ToString(), Sentence.Of("studio.document"))
                : Mistake.Input("studio.key-missing", "tokens", kind.Name.ToString(), Sentence.Of("studio.key"))).AsException();
        }

        return Said(token, document) with { Provider = Provider ?? "", ProjectId = ProjectId, BaseUrl = BaseUrl, QuotaGroup = QuotaGroup };
    }

    /// <summary>What is changed of an account that is there: its keys stay where none are given, and what was emptied is taken back.</summary>
    /// <exception cref="MistakeException">A limit is out of range.</exception>
    internal AccountEntry Changes(string? token, string? document) =>
        Said(token, document) with { ProjectId = ProjectId ?? "", BaseUrl = BaseUrl ?? "", QuotaGroup = QuotaGroup ?? "" };

    private AccountEntry Said(string? token, string? document) => new()
    {
        Name = Name,
        MaxInFlight = Within(MaxInFlight, 1, AccountRequest.MostInFlight, "max_in_flight", Sentence.Of("studio.max-in-flight")),
        SubmitIntervalMs = Within(SubmitIntervalMs, 0, AccountRequest.LongestIntervalMs, "submit_interval_ms", Sentence.Of("studio.submit-interval")),
        Tokens = token is null ? null : [token],
        Document = document,
    };

    private static int? Within(string? text, int least, int most, string field, string label)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Mistake.Input("studio.number-range", field, label, least, most).AsException();
    }
}
