using System.Net;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>Asks about an operation that does not exist: whoever is told so is signed in and may use the service, and nothing was made.</summary>
public sealed class VertexVeoCheck(Wire wire, IKeyRing keys, TokenTurn turn, ModelBook models) : IAccountCheck
{
    private readonly VertexLine _line = new(wire, new GoogleSignIn(keys, turn));

    public string Provider => VertexVeoProvider.ProviderName;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (place, signedIn) = await _line.ReachAsync(account, cancellation);
        if (signedIn is not SignedIn.Yes token)
            return AccountHealth.Bad(Troubles.Of(((SignedIn.No)signedIn).Reason));
        if (place is null)
            return Bad(RefusalKind.NotAllowed, Sentence.Of("vertex.no-project"));
        if (ModelWire.Find<VeoWire>(models, Provider, null, out var refusal) is not var (_, model))
            return AccountHealth.Bad(Troubles.Of(refusal!));
        var nobody = $"projects/{place.Project}/locations/{place.Region}/publishers/google/models/{model.Model}/operations/{Guid.Empty}";
        var answer = await _line.PostAsync(account, token, place.Method(model.Model, "fetchPredictOperation"), new() { ["operationName"] = nobody }, cancellation);
        return answer switch
        {
            WireAnswer.Answered answered => Judge(answered, place),
            WireAnswer.NeverSent unsent => Bad(RefusalKind.Unreachable, unsent.Reason),
            WireAnswer.Lost lost => Bad(RefusalKind.Unreachable, lost.Reason),
            _ => throw new InvalidOperationException("Unknown answer."),
        };
    }

    private static AccountHealth Judge(WireAnswer.Answered answer, VertexPlace place) => VeoErrors.OfQuestion(answer) switch
    {
        OperationStatus.Refused refused => AccountHealth.Bad(Troubles.Of(refused.Reason)),
        OperationStatus.Unreadable unclear when answer.Status >= HttpStatusCode.InternalServerError => Bad(RefusalKind.Unreachable, unclear.Reason),
        _ => AccountHealth.Good(new AccountFact("vertex.reached", place.Project, place.Region)),
    };

    private static AccountHealth Bad(RefusalKind kind, string words) => AccountHealth.Bad(Troubles.Of(new(kind, words)));
}
