using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Studio.Parts;

/// <summary>States in the user's language.</summary>
internal static class StateWords
{
    public static string NotShot => Sentence.Of("studio.state-none");

    public static string Of(TakeState state) => state switch
    {
        TakeState.Queued => Sentence.Of("studio.state-queued"),
        TakeState.Submitting => Sentence.Of("studio.state-submitting"),
        TakeState.Generating => Sentence.Of("studio.state-generating"),
        TakeState.Downloading => Sentence.Of("studio.state-downloading"),
        TakeState.Upscaling => Sentence.Of("studio.state-upscaling"),
        TakeState.Ready => Sentence.Of("studio.state-ready"),
        TakeState.Unknown => Sentence.Of("studio.state-unknown"),
        TakeState.Blocked => Sentence.Of("studio.state-blocked"),
        TakeState.Failed => Sentence.Of("studio.state-failed"),
        TakeState.Cancelled => Sentence.Of("studio.state-cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a word."),
    };

    public static string Of(BlockState state) => state switch
    {
        BlockState.Submitting => Of(TakeState.Submitting),
        BlockState.Generating => Of(TakeState.Generating),
        BlockState.Downloading => Of(TakeState.Downloading),
        BlockState.Ready => Of(TakeState.Ready),
        BlockState.Moved => Sentence.Of("studio.state-moved"),
        BlockState.Unknown => Of(TakeState.Unknown),
        BlockState.Blocked => Of(TakeState.Blocked),
        BlockState.Failed => Of(TakeState.Failed),
        BlockState.Cancelled => Of(TakeState.Cancelled),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a word."),
    };

    public static string Of(FilmInHand film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return film.LacksScenes ? Sentence.Of("studio.stage-lacking") : Of(film.Stage);
    }

    public static string Of(FilmStage stage) => stage switch
    {
        FilmStage.Writing => Sentence.Of("studio.stage-writing"),
        FilmStage.Asking => Sentence.Of("studio.stage-asking"),
        FilmStage.Voicing => Sentence.Of("studio.stage-voicing"),
        FilmStage.Shooting => Sentence.Of("studio.stage-shooting"),
        FilmStage.Cutting => Sentence.Of("studio.stage-cutting"),
        FilmStage.Done => Sentence.Of("studio.stage-done"),
        FilmStage.Cancelled => Sentence.Of("studio.stage-cancelled"),
        FilmStage.Stopped => Sentence.Of("studio.stage-stopped"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a word."),
    };
}
