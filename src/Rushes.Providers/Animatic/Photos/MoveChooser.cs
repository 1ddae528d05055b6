using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>
/// Finds the move of a picture: the one that the user named, else the one that the prompt asks for, else one that suits the picture's proportions.
/// </summary>
internal sealed class MoveChooser(IDataLibrary library)
{
    /// <summary>A picture this many times wider or taller than the frame is shown by moving along it.</summary>
    private const double Stretched = 3;

    private readonly Lazy<Dictionary<string, MoveWords>> _moves = new(() => library.Read<Dictionary<string, MoveWords>>("lexicons/moves.json"));

    /// <summary>The names that <see cref="Picture.Move"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<PhotoMove>().Select(NameOf)];

    public static string NameOf(PhotoMove move) => JsonNamingPolicy.KebabCaseLower.ConvertName(move.ToString());

    /// <param name="shape">How many times wider than the frame the picture is, compared by proportions.</param>
    /// <param name="cutOut">A thing on a transparent ground.</param>
    /// <exception cref="MistakeException">The user named a move that there is not.</exception>
    public PhotoMove Choose(ShotOrder order, Picture picture, double shape, bool cutOut)
    {
        if (picture.Move is { Length: > 0 } named)
            return Named(named);
        var words = new WordBook<PhotoMove>(_moves.Value.Select(entry => (Named(entry.Key), (IReadOnlyDictionary<string, string[]>)entry.Value.Words)), order.Language);
        if (words.TryFind(picture.Prompt, out var asked) || words.TryFind(order.Prompt, out asked))
            return asked;
        var fitting = Fitting(shape, cutOut, odd: order.Scene % 2 != 0);
        return fitting[Dice.Of(order.Seed).Choose("move", fitting.Count)];
    }

    /// <summary>
    /// Moves for a picture left to itself. Those of odd scenes and those of even scenes have none in common, so no two neighbours ever move alike, without
    /// knowing of one another.
    /// </summary>
    internal static IReadOnlyList<PhotoMove> Fitting(double shape, bool cutOut, bool odd) => (cutOut, shape) switch
    {
        (true, _) => odd ? [PhotoMove.PushIn, PhotoMove.Drift] : [PhotoMove.PullOut, PhotoMove.Parallax],
        (_, > Stretched) => odd ? [PhotoMove.PanRight] : [PhotoMove.PanLeft],
        (_, < 1 / Stretched) => odd ? [PhotoMove.TiltUp] : [PhotoMove.TiltDown],
        (_, > PhotoDirector.Alike) => odd ? [PhotoMove.PanRight, PhotoMove.PushIn] : [PhotoMove.PanLeft, PhotoMove.PullOut],
        (_, < 1 / PhotoDirector.Alike) => odd ? [PhotoMove.TiltUp, PhotoMove.PushIn] : [PhotoMove.TiltDown, PhotoMove.PullOut],
        _ => odd ? [PhotoMove.PushIn, PhotoMove.Drift, PhotoMove.PanRight] : [PhotoMove.PullOut, PhotoMove.Parallax, PhotoMove.PanLeft],
    };

    private static PhotoMove Named(string name)
    {
        foreach (var move in Enum.GetValues<PhotoMove>())
        {
            if (NameOf(move).Equals(name.Trim().Replace('_', '-'), StringComparison.OrdinalIgnoreCase))
                return move;
        }

        throw Mistake.Input("animatic.no-move", "move", name, string.Join(", ", Names)).AsException();
    }
}
