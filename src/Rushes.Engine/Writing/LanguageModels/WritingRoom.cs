using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Whom all scripts that this process writes may ask now.</summary>
public sealed class WritingRoom(DeskRules rules, TimeProvider time) : SeatRoom<Seat>(rules.Patience, time)
{
    private readonly Lock _told = new();
    private DateTimeOffset _toldUntil;

    internal DeskRules Rules => rules;

    /// <inheritdoc cref="SeatRoom{TSeat}.TakeAsync(IReadOnlyList{TSeat}, Func{TSeat, bool}, Action{DateTimeOffset}?, CancellationToken)"/>
    internal Task<Turn?> TakeAsync(IReadOnlyList<Seat> seats, Func<Seat, bool> barred, IProgress<WritingNews>? news, CancellationToken cancellation) =>
        TakeAsync(seats, barred, until => TellOfWait(until, news), cancellation);

    private void TellOfWait(DateTimeOffset until, IProgress<WritingNews>? news)
    {
        lock (_told)
        {
            if (_toldUntil == until)
                return;
            _toldUntil = until;
        }

        news?.Report(new WritingRemark(Sentence.Of("writing.waits", until.ToLocalTime().DateTime), Matters: false));
    }
}
