using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;
using Rushes.Storage.Files;

namespace Rushes.Cli.Commands;

/// <summary>What is here, what is missing, and the one command that mends it.</summary>
internal static class DoctorCommand
{
    /// <summary>What the animatic and the cut ask of ffmpeg.</summary>
    private static readonly string[] Needed = ["libx264", "librsvg", "ass", "xfade", "loudnorm", "sidechaincompress"];

    public static Command Create(CommandRunner run)
    {
        var command = new Command("doctor", Sentence.Of("cli.cmd-doctor"));
        run.Serve(command, ExamineAsync);
        return command;
    }

    private static async Task<int> ExamineAsync(CommandSession session)
    {
        var home = session.Get<HomeFolder>();
        List<Finding> findings =
        [
            new("dotnet", true, RuntimeInformation.FrameworkDescription, null),
            new("home", true, home.Root, null),
            new("projects", true, home.Projects, null),
            Space(home),
            await FfmpegAsync(session),
            await VoicesAsync(session),
            Fonts(session),
        ];
        var healthy = findings.TrueForAll(finding => finding.Ok || !finding.Needed);
        session.Answer(
            new { healthy, findings },
            findings.Select(finding => $"{(finding.Ok ? "✓" : finding.Needed ? "✗" : "!")} {finding.Part,-10} {finding.Note}{(finding.Mend is { } mend ? $"\n  → {mend}" : "")}"));
        return healthy ? ExitCode.Done : ExitCode.MachineLacks;
    }

    private static Finding Space(HomeFolder home)
    {
        const double gigabyte = 1 << 30;
        const double enough = 2;
        var free = new DriveInfo(home.Projects).AvailableFreeSpace / gigabyte;
        return new("disk", free >= enough, Sentence.Of("doctor.free", free), free >= enough ? null : Sentence.Of("doctor.free-some"), Needed: false);
    }

    private static async Task<Finding> FfmpegAsync(CommandSession session)
    {
        var install = ProgramFinder.InstallCommand("ffmpeg");
        try
        {
            var programs = session.Get<MediaPrograms>();
            var version = await programs.FfmpegAsync(new MediaCall { Arguments = ["-version"] }, session.Cancellation);
            var parts = "";
            foreach (var list in new[] { "-encoders", "-decoders", "-filters" })
                parts += (await programs.FfmpegAsync(new MediaCall { Arguments = [list] }, session.Cancellation)).Output;
            await programs.FfprobeAsync(["-version"], session.Cancellation);
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

    private static async Task<Finding> VoicesAsync(CommandSession session)
    {
        var notes = new List<string>();
        foreach (var engine in session.All<ISpeechEngine>())
        {
            try
            {
                var voices = await engine.VoicesAsync(session.Cancellation);
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

    private static Finding Fonts(CommandSession session)
    {
        var folder = session.Get<FontFolder>().Path;
        var count = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ttf").Length : 0;
        return new("fonts", count > 0, Sentence.Of("doctor.fonts", count), count > 0 ? null : Sentence.Of("doctor.rebuild"));
    }

    private sealed record Finding(string Part, bool Ok, string Note, string? Mend, bool Needed = true);
}
