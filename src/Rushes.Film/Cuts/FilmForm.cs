using Rushes.Film.Scenes;

namespace Rushes.Film.Cuts;

/// <summary>
/// The form that every clip of a film has before it is cut. A clip in this form is <em>normal</em>: its coded frames are copied into the film.
/// </summary>
/// <param name="Size">Pixels.</param>
/// <param name="Rate">Frames a second.</param>
public sealed record FilmForm(FrameSize Size, FrameRate Rate)
{
    /// <summary>Ticks of one frame in the file.</summary>
    public const int FrameTicks = 512;

    /// <summary>Half a second: transitions need key frames there, and this much material beside a scene.</summary>
    public int Handle => Rate.Frames(0.5);

    /// <summary>Ticks a second in the file; 15,360 at 30 frames a second.</summary>
    public int Timescale => FrameTicks * Rate.PerSecond;

    /// <summary>
    /// Where a clip of this many frames has key frames, so that joints can begin and end there: at its start, half a second in, half a second before its end;
    /// in the middle, where its still is taken; and every four seconds, so that a player finds its way quickly.
    /// </summary>
    public IReadOnlyList<int> KeysOf(int frames)
    {
        var keys = new SortedSet<int> { 0, frames / 2 };
        for (var key = 4 * Rate.PerSecond; key < frames - Handle; key += 4 * Rate.PerSecond)
            keys.Add(key);
        if (frames > 2 * Handle)
            keys.UnionWith([Handle, frames - Handle]);
        return [.. keys];
    }
}
