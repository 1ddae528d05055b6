using Rushes.Engine.Shooting.Books;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>A scene as the storyboard shows it.</summary>
/// <param name="Takes">The first first.</param>
/// <param name="Chosen">The take that speaks for it: the one that the cut uses, else the one that has come furthest.</param>
/// <param name="Progress">0 to 1 of what is being filmed.</param>
public sealed record SceneView(int Number, Scene Scene, IReadOnlyList<TakeSheet> Takes, TakeSheet? Chosen, double? Progress)
{
    /// <summary>Ids of takes that were filmed from another script of the scene.</summary>
    public IReadOnlySet<long> Stale { get; init; } = new HashSet<long>();

    public TakeState? State => Chosen?.State;

    /// <summary>There is a clip, and the scene was changed since.</summary>
    public bool IsStale => Chosen is { State: TakeState.Ready } chosen && Stale.Contains(chosen.Id);
}
