using Rushes.Film.Briefs;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Decides what is heard when: voices, the clips' own sound, beds and music, from the order alone.</summary>
internal sealed class SoundDirector(BedBook beds, MoodBook moods)
{
    /// <summary>Long enough to hide the step from one clip's sound to the next at a cut.</summary>
    private const int Declick = Pcm.Rate / 100;

    /// <summary>Beds melt into one another.</summary>
    private const int BedOverlap = Pcm.Rate / 2;

    /// <param name="sounds">The own sound of the clips that have any, as <c>.pcm</c>, by scene.</param>
    /// <param name="music">The user's music as <c>.pcm</c>.</param>
    public SoundScore Direct(CutOrder order, Timeline timeline, IReadOnlyDictionary<int, string> sounds, string? music)
    {
        var scale = Pcm.Rate / timeline.Rate.PerSecond;
        var heard = order.Sound == Sound.Voices ? new Dictionary<int, string>() : sounds;
        var ours = order.OwnMusic && order.Sound != Sound.Voices;

        // Where a clip's own sound is kept, ours does not take its place; a clip without any gets our voices and beds all the same.
        bool Quiet(CutScene scene) => !heard.ContainsKey(scene.Scene);
        bool Speaks(CutScene scene) => order.Sound != Sound.Clip || Quiet(scene);
        var scenes = order.Scenes.Zip(timeline.Scenes).ToList();
        var mostlyQuiet = scenes.Where(scene => Quiet(scene.First)).Sum(scene => scene.Second.Frames) * 2 > timeline.Frames;
        return new SoundScore
        {
            Length = (long)timeline.Frames * scale,
            Voices = [.. scenes.Where(scene => Speaks(scene.First)).SelectMany(scene => Voices(scene.First, scene.Second, scale))],
            Clips = [.. ClipSounds(timeline, heard, scale)],
            Beds = ours ? Beds(scenes.Where(scene => Quiet(scene.First)), scale) : [],
            Music = music,
            Parts = ours && music is null && mostlyQuiet ? Parts(scenes, scale) : [],
            Seed = order.Seed,
        };
    }

    private static IEnumerable<PlacedSound> Voices(CutScene scene, TimelineScene place, int scale) =>
        from line in scene.Lines
        where line.Wav is not null
        let start = (long)place.Start * scale + (long)Math.Round(line.Start * Pcm.Rate)
        select new PlacedSound(line.Wav!, start, (long)Math.Round((line.End - line.Start) * Pcm.Rate));

    private static IEnumerable<PlacedSound> ClipSounds(Timeline timeline, IReadOnlyDictionary<int, string> sounds, int scale)
    {
        for (var index = 0; index < timeline.Scenes.Count; index++)
        {
            var scene = timeline.Scenes[index];
            if (!sounds.TryGetValue(scene.Scene, out var path))
                continue;

            // A clip is heard as long as it is seen: until the passage to the next scene is over.
            var passage = index + 1 < timeline.Scenes.Count ? timeline.Scenes[index + 1].Joint : 0;
            yield return new PlacedSound(
                path,
                (long)scene.Start * scale,
                (long)(scene.Frames + passage) * scale,
                Math.Max(Declick, scene.Joint * scale),
                Math.Max(Declick, passage * scale));
        }
    }

    private List<PlacedBed> Beds(IEnumerable<(CutScene Scene, TimelineScene Place)> scenes, int scale)
    {
        var placed = new List<PlacedBed>();
        foreach (var (scene, place) in scenes)
        {
            if (scene.Shot is not { } shot || beds.For(shot) is not { } bed)
                continue;
            var start = (long)place.Start * scale;
            var length = (long)place.Frames * scale;
            if (placed is [.., var last] && last.Bed == bed && last.Start + last.Length >= start)
                placed[^1] = last with { Length = start + length - last.Start };
            else
                placed.Add(new(bed, start, length));
        }

        return [.. placed.Select(bed => bed with { Start = bed.Start - BedOverlap / 2, Length = bed.Length + BedOverlap })];
    }

    private List<MusicPart> Parts(IEnumerable<(CutScene Scene, TimelineScene Place)> scenes, int scale)
    {
        var parts = new List<MusicPart>();
        foreach (var (scene, place) in scenes)
        {
            var (mood, intensity) = scene.Shot is { } shot ? (moods.For(shot), shot.Intensity) : (MoodBook.Default, 0);
            parts.Add(new(mood, Math.Clamp(intensity, -1, 1), (long)place.Start * scale, (long)place.Frames * scale));
        }

        return parts;
    }
}
