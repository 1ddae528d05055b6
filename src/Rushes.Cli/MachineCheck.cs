using System.Globalization;
using System.Runtime.InteropServices;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Machine;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;
using Rushes.Storage.Files;

namespace Rushes.Cli;

/// <summary>What films need of this machine.</summary>
internal sealed class MachineCheck(HomeFolder home, MediaPrograms media, IEnumerable<ISpeechEngine> engines, FontFolder fonts) : IMachineCheck
{
    /// <summary>What the animatic and the cut ask of ffmpeg.</summary>
    private static readonly string[] Needed = ["libx264", "librsvg", "ass", "xfade", "loudnorm", "sidechaincompress"];

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        new("dotnet", true, RuntimeInformation.FrameworkDescription, null),
        new("home", true, home.Root, null),
        new("projects", true, home.Projects, null),
        Space(),
        await FfmpegAsync(cancellation),
        await VoicesAsync(cancellation),
        Fonts(),
    ];

    private Finding Space()
    {
        const double gigabyte = 1 << 30;
        const double enough = 2;
        var free = new DriveInfo(home.Projects).AvailableFreeSpace / gigabyte;
        return new("disk", free >= enough, Sentence.Of("doctor.free", free), free >= enough ? null : Sentence.Of("doctor.free-some"), Needed: false);
    }

    private async Task<Finding> FfmpegAsync(CancellationToken cancellation)
    {
        var install = ProgramFinder.InstallCommand("ffmpeg");
        try
        {
            var version = await media.FfmpegAsync(new MediaCall { Arguments = ["-version"] }, cancellation);
            var parts = "";
            foreach (var list in new[] { "-encoders", "-decoders", "-filters" })
                parts += (await media.FfmpegAsync(new MediaCall { Arguments = [list] }, cancellation)).Output;
            await media.FfprobeAsync(["-version"], cancellation);
            var lacking = Needed.Where(part => !parts.Contains($" {part} ", StringComparison.Ordinal)).ToList();
            var name = string.Join(' ', version.Output.Split('\n')[0].Split(' ').Take(3));
            return lacking.Count == 0
                ? new("ffmpeg", true, name, null)
                : new("ffmpeg", false, Sentence.Of("doctor.lacks", name, string.Join(", ", lacking)), install);
        }
        catch (Film.MistakeException)
        {
            return new("ffmpeg", false, Sentence.Of("doctor.missing"), install);
        }
    }

    private async Task<Finding> VoicesAsync(CancellationToken cancellation)
    {
        var notes = new List<string>();
        foreach (var engine in engines)
        {
            try
            {
                var voices = await engine.VoicesAsync(cancellation);
                if (voices.Count > 0)
                    notes.Add(string.Create(CultureInfo.CurrentCulture, $"{engine.Name} ({voices.Count})"));
            }
            catch (Film.MistakeException)
            {
                // An engine that needs ffmpeg has no voices without it; ffmpeg has a line of its own.
            }
        }

        return notes.Any(note => note.StartsWith("espeak-ng", StringComparison.Ordinal))
            ? new("voices", true, string.Join(", ", notes), null)
            : new("voices", false, Sentence.Of("doctor.no-voices"), ProgramFinder.InstallCommand("espeak-ng"), Needed: false);
    }

    private Finding Fonts()
    {
        var folder = fonts.Path;
        var count = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ttf").Length : 0;
        return new("fonts", count > 0, Sentence.Of("doctor.fonts", count), count > 0 ? null : Sentence.Of("doctor.rebuild"));
    }
}
