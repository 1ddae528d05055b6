using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting;

/// <summary>
/// Puts any videos one after another: of whatever size, rate and proportion, with or without sound. Films of Rushes that are alike are copied; everything else
/// is brought into the form of the first.
/// </summary>
public sealed class FilmMerger(FilmCutter cutter, IPictureLab pictures)
{
    private static readonly int[] Rates = [24, 25, 30, 50, 60];

    /// <exception cref="MistakeException">A file is missing or no whole video, the transition is not known, the music cannot be read.</exception>
    public async Task<CutResult> MergeAsync(MergeOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Files.Count == 0)
            throw Mistake.Input("cut.merge-few", "files").AsException();
        var output = Path.GetFullPath(order.Output);
        if (order.Files.FirstOrDefault(file => Path.GetFullPath(file) == output) is { } same)
            throw Mistake.Input("cut.merge-onto-itself", "out", same).AsException();
        var footage = new List<Footage>(order.Files.Count);
        foreach (var file in order.Files)
            footage.Add(await pictures.LookAsync(file, cancellation));

        // Beside the film, where there is room for it; always of the same name, so that what a killed merge left is not left for ever.
        var workshop = Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.merging");
        try
        {
            return await cutter.CutAsync(Order(order, output, workshop, footage), cancellation);
        }
        finally
        {
            if (Directory.Exists(workshop))
                Directory.Delete(workshop, recursive: true);
        }
    }

    private CutOrder Order(MergeOrder order, string output, string workshop, List<Footage> footage)
    {
        var form = new FilmForm(Size(footage[0].Size, order), Rate(footage[0].Rate));
        return new CutOrder
        {
            Project = workshop,
            Form = form,
            Scenes = [.. order.Files.Select((file, index) => Scene(file, index, footage[index], form))],
            Title = Path.GetFileNameWithoutExtension(output),
            Language = "und",
            Captions = Film.Briefs.Captions.None,
            Transition = order.Transition,
            Sound = Sound.Clip,
            Music = order.Music,
            OwnMusic = false,
            Synthetic = footage.Any(clip => clip.SourceType is not null),
            Output = output,
            FilmOnly = true,
        };
    }

    private CutScene Scene(string file, int index, Footage footage, FilmForm form)
    {
        var normal = pictures.ReadNormal(file, form);
        return new CutScene
        {
            Scene = index + 1,
            Frames = normal?.Count ?? form.Rate.Frames(footage.Seconds),
            Clip = file,
            Normal = normal is not null,
            Audible = footage.HasSound,
            Generated = footage.SourceType == Provenance.TrainedModel,
            Maker = Path.GetFileName(file),
        };
    }

    private static FrameSize Size(FrameSize first, MergeOrder order)
    {
        var (width, height) = order.Aspect is { } aspect ? (aspect.Wide, aspect.High) : (first.Width, first.Height);
        var side = order.ShortSide ?? Math.Min(first.Width, first.Height);
        var scale = (double)side / Math.Min(width, height);
        return new(Even(width * scale), Even(height * scale));

        static int Even(double value) => Math.Max(2, (int)Math.Round(value / 2, MidpointRounding.AwayFromZero) * 2);
    }

    private static FrameRate Rate(double first)
    {
        var nearest = Rates.MinBy(rate => Math.Abs(rate - first));
        return Math.Abs(nearest - first) < 0.1 ? new FrameRate(nearest) : FrameRate.Film;
    }
}
