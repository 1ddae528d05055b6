using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Asks Flow what became of operations: all of an account in one question, in the form that its server understands.</summary>
internal sealed class FlowDesk(TokenCall calls)
{
    private readonly ConcurrentDictionary<string, byte> _wantMedia = new(StringComparer.Ordinal);

    public async Task<Dictionary<string, FlowStatus>> AskAsync(IReadOnlyList<FlowOperation> asked, Account account, CancellationToken cancellation)
    {
        var answer = await SendAsync(asked, account, cancellation);
        return answer switch
        {
            null => All(asked, new OperationStatus.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")))),
            WireAnswer.Answered { IsSuccess: true } yes => FlowStatusReader.Read(yes.Json, asked),
            WireAnswer.Answered { Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } no =>
                await AskAloneAsync(asked, no, account, cancellation),
            WireAnswer.Answered { Status: HttpStatusCode.Unauthorized } no => All(asked, new OperationStatus.Refused(FlowErrors.OfQuestion(no))),
            _ => All(asked, StatusMeaning.Unreadable(answer)),
        };
    }

    /// <summary>One operation that the account may not ask about spoils the answer for all: each is asked about alone, so that it harms no other.</summary>
    private async Task<Dictionary<string, FlowStatus>> AskAloneAsync(
        IReadOnlyList<FlowOperation> asked, WireAnswer.Answered no, Account account, CancellationToken cancellation)
    {
        if (asked is [var only])
            return All(asked, OfOne(no, only));
        var (mine, foreign) = (new Dictionary<string, FlowStatus>(StringComparer.Ordinal), new List<(string Id, string Words)>());
        foreach (var operation in asked)
        {
            var answer = await SendAsync([operation], account, cancellation);
            if (answer is WireAnswer.Answered { Status: HttpStatusCode.Forbidden } forbidden && FlowErrors.OfQuestion(forbidden) is { Kind: RefusalKind.SignedOut } refusal)
                foreign.Add((operation.Id, refusal.Words));
            else
                mine[operation.Id] = StateOf(answer, operation);
        }

        // Where the account may ask about others, one that is forbidden belongs to somebody else; where it may ask about none, it is the account.
        foreach (var (id, words) in foreign)
        {
            mine[id] = new(mine.Count > 0 && mine.Values.Any(status => status.State is not OperationStatus.Refused { Reason.Kind: RefusalKind.SignedOut })
                ? new OperationStatus.Vanished(words)
                : new OperationStatus.Refused(new(RefusalKind.SignedOut, words)));
        }

        return mine;
    }

    private static FlowStatus StateOf(WireAnswer? answer, FlowOperation operation) => answer switch
    {
        null => new(new OperationStatus.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")))),
        WireAnswer.Answered { IsSuccess: true } yes => FlowStatusReader.Read(yes.Json, [operation]).GetValueOrDefault(operation.Id)
            ?? new(new OperationStatus.Unreadable(Sentence.Of("provider.not-mentioned"))),
        WireAnswer.Answered no => new(OfOne(no, operation)),
        _ => new(StatusMeaning.Unreadable(answer)),
    };

    private static OperationStatus OfOne(WireAnswer.Answered no, FlowOperation operation) => no.Status switch
    {
        HttpStatusCode.NotFound => new OperationStatus.Vanished(WordsOf(no, operation)),
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => new OperationStatus.Refused(FlowErrors.OfQuestion(no)),
        _ => StatusMeaning.Unreadable(no),
    };

    private static string WordsOf(WireAnswer.Answered no, FlowOperation operation) =>
        GoogleError.Of(no).Words is { Length: > 0 } words ? words : operation.Name;

    private async Task<WireAnswer?> SendAsync(IReadOnlyList<FlowOperation> asked, Account account, CancellationToken cancellation)
    {
        var where = account.BaseUrl ?? "";
        if (!_wantMedia.ContainsKey(where))
        {
            var answer = await PostAsync(FlowRequests.Status(asked, account), account, cancellation);
            if (answer is not WireAnswer.Answered { Status: HttpStatusCode.BadRequest } no || !WantsMedia(no))
                return answer;
            _wantMedia[where] = 0;
        }

        return await PostAsync(FlowRequests.MediaStatus(asked, account), account, cancellation);
    }

    private Task<WireAnswer?> PostAsync(System.Text.Json.Nodes.JsonObject body, Account account, CancellationToken cancellation) => calls.SendAsync(
        account,
        token => FlowHost.Sign(JsonRequests.Post(FlowHost.Address(account, "v1/video:batchCheckAsyncVideoGenerationStatus"), body), token),
        null,
        cancellation);

    /// <summary>A server of 2026 does not know the field of 2025.</summary>
    private static bool WantsMedia(WireAnswer.Answered no)
    {
        var error = GoogleError.Of(no);
        return error.Says("unknown name") && error.Says("operations");
    }

    private static Dictionary<string, FlowStatus> All(IReadOnlyList<FlowOperation> asked, OperationStatus state) =>
        asked.ToDictionary(operation => operation.Id, _ => new FlowStatus(state), StringComparer.Ordinal);
}
