using Rushes.Film.Scenes;

namespace Rushes.Film.Cuts;

/// <summary>The film in whole frames: which scene is on screen when, and which transition leads to it.</summary>
public sealed class Timeline
{
    private Timeline(FrameRate rate, TransitionKind kind, IReadOnlyList<TimelineScene> scenes) => (Rate, Kind, Scenes) = (rate, kind, scenes);

    public FrameRate Rate { get; }
    public TransitionKind Kind { get; }
    public IReadOnlyList<TimelineScene> Scenes { get; }

    /// <summary>The film's length.</summary>
    public int Frames => Scenes.Count == 0 ? 0 : Scenes[^1].End;

    public double Seconds => Rate.Seconds(Frames);

    /// <summary>Puts scenes one after another.</summary>
    /// <param name="scenes">Number and frames on screen of each, in order.</param>
    public static Timeline Of(FrameRate rate, Transition transition, IEnumerable<(int Scene, int Frames)> scenes)
    {
        ArgumentNullException.ThrowIfNull(transition);
        ArgumentNullException.ThrowIfNull(scenes);
        var placed = new List<TimelineScene>();
        foreach (var (scene, frames) in scenes)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1, nameof(scenes));
            var before = placed.Count == 0 ? null : placed[^1];

            // A very short scene is not lost in the passages on both sides of it.
            var joint = before is null ? 0 : Math.Min(transition.Frames, Math.Min(before.Frames, frames) / 2);
            placed.Add(new(scene, before?.End ?? 0, frames, joint));
        }

        return new(rate, transition.Kind, placed);
    }

    /// <summary>The scene on screen at a frame of the film.</summary>
    public TimelineScene At(int frame) => Scenes.Last(scene => scene.Start <= frame);
}
