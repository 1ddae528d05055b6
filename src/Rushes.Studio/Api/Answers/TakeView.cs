using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Studio.Api.Answers;

/// <summary>A filming of a scene.</summary>
/// <param name="Account">Name of the account that films or filmed it.</param>
/// <param name="Attempts">Submissions so far.</param>
/// <param name="Picked">The user chose it for the cut.</param>
/// <param name="Stale">The script changed since.</param>
/// <param name="Clip">Address of the clip; null while there is none.</param>
/// <param name="Error">Why it is not ready.</param>
/// <param name="Cost">What it cost; null: unknown or nothing yet.</param>
internal sealed record TakeView(
    int Scene,
    int Take,
    TakeState State,
    string Run,
    string? Account,
    string? Model,
    long Seed,
    int Attempts,
    bool Picked,
    bool Stale,
    string? Clip,
    string? Error,
    decimal? Cost,
    string? Currency,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? ReadyAt)
{
    public static TakeView Of(string project, TakeSheet take, bool picked, bool stale) => new(
        take.Scene,
        take.Take,
        take.State,
        take.Run,
        take.AccountName,
        take.Model,
        take.Seed,
        take.Attempts,
        picked,
        stale,
        take is { State: TakeState.Ready, Clip: not null }
            ? FormattableString.Invariant($"/api/v1/projects/{Uri.EscapeDataString(project)}/scenes/{take.Scene}/takes/{take.Take}/clip.mp4")
            : null,
        take.State != TakeState.Ready && take.Trouble is { } trouble ? TroubleSentence.Of(trouble) : null,
        take.Cost?.Amount,
        take.Cost?.Currency,
        take.SubmittedAt,
        take.ReadyAt);
}
