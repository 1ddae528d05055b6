using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>
/// A run with bad luck, told by three lists of numbers: what becomes of the n-th submission, of the n-th operation and of the n-th download. What is beyond
/// a list goes well, so that a shorter story is a simpler one.
/// </summary>
public sealed record Story(byte[] Submissions, byte[] Operations, byte[] Downloads, byte[] Kills, byte Shape)
{
    public bool CanLookUp => Shape % 2 == 1;

    public bool IsLocal => Shape / 2 % 3 == 1;

    public int Accounts => 1 + (Shape / 6 % 3);

    public bool OneGroup => Shape / 18 % 2 == 1;

    public int Scenes => 1 + (Shape / 36 % 6);

    public override string ToString() => FormattableString.Invariant(
        $"submissions [{string.Join(',', Submissions)}] operations [{string.Join(',', Operations)}] downloads [{string.Join(',', Downloads)}] kills [{string.Join(',', Kills)}] shape {Shape}");

    public SubmitAct ActOn(int submission) => (Submissions.ElementAtOrDefault(submission - 1) % 16) switch
    {
        1 => SubmitAct.AcceptAndDrop,
        2 => SubmitAct.Drop,
        3 => SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromSeconds(3)),
        4 => SubmitAct.Refuse(RefusalKind.Throttled),
        5 => SubmitAct.Refuse(RefusalKind.Policy),
        6 => SubmitAct.Refuse(RefusalKind.BadRequest),
        7 => SubmitAct.Refuse(RefusalKind.ExpiredInput),
        8 => SubmitAct.Refuse(RefusalKind.FailedAtProvider),
        9 => SubmitAct.Refuse(RefusalKind.SignedOut),
        10 => SubmitAct.Refuse(RefusalKind.QuotaGone, TimeSpan.FromMinutes(2)),
        11 => new SubmitAct.Throws(new HttpRequestException("reset")),
        12 => SubmitAct.Accept with { After = TimeSpan.FromMinutes(4), Deaf = true },
        13 => SubmitAct.Accept with { After = TimeSpan.FromSeconds(9) },
        _ => SubmitAct.Accept,
    };

    public OperationStatus Poll(ScriptedProvider.Operation operation) => (Operations.ElementAtOrDefault(operation.Number - 1) % 10) switch
    {
        1 when operation.Age > TimeSpan.FromSeconds(2) => Refused(RefusalKind.FailedAtProvider),
        2 when operation.Age > TimeSpan.FromSeconds(2) => Refused(RefusalKind.Policy),
        3 => Refused(RefusalKind.Throttled),
        4 when operation.Polls < 6 => new OperationStatus.Unreadable("503"),
        5 when operation.Polls < 4 => throw new HttpRequestException("reset"),
        6 when operation.Polls < 3 => Refused(RefusalKind.SignedOut),
        7 => ScriptedProvider.Usual(operation, TimeSpan.FromMinutes(3)),
        8 when operation.Age > TimeSpan.FromSeconds(3) => new OperationStatus.Vanished("gone"),
        _ => ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5)),
    };

    /// <summary>Operations whose clip, for all the provider knows, exists or will exist.</summary>
    public bool Lives(ScriptedProvider.Operation operation) => Operations.ElementAtOrDefault(operation.Number - 1) % 10 is not (1 or 2 or 3 or 8);

    public Delivery Deliver(ScriptedProvider.Operation operation, int download)
    {
        var fate = Downloads.ElementAtOrDefault(download - 1) % 6;
        (operation.ArrivesCut, operation.ArrivesBroken) = (fate == 1, fate == 2);
        return fate == 3 ? new Delivery.Broken("403") : new Delivery.Delivered(ScriptedProvider.ClipBytes);
    }

    private static OperationStatus.Refused Refused(RefusalKind kind) => new(new(kind, "no: " + kind));
}
