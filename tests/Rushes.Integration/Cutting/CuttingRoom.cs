using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Providers.Ffmpeg;
using Rushes.Tests.Cutting;

namespace Rushes.Integration.Cutting;

/// <summary>A cutter with the real ffmpeg, and the clips and voices that a test wants.</summary>
public sealed class CuttingRoom : IDisposable
{
    public CuttingRoom()
    {
        Cutter = new FilmCutter(
            new PictureLab(Media.Programs, FontFolder.BesideProgram),
            new SoundLab(Media.Programs),
            new FilmPrinter(Media.Programs, FontFolder.BesideProgram),
            new RepositoryData(),
            FontFolder.BesideProgram,
            TimeProvider.System);
        Project = Media["project"];
        Directory.CreateDirectory(Path.Combine(Project, "takes"));
    }

    public static FilmForm Form { get; } = new(new FrameSize(360, 640), FrameRate.Film);

    public Media Media { get; } = new();

    internal FilmCutter Cutter { get; }

    internal string Project { get; }

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal CutOrder Order(params IReadOnlyList<CutScene> scenes) => new()
    {
        Project = Project,
        Form = Form,
        Scenes = scenes,
        Title = "Chú mèo con; về nhà = #1",
        Language = "vi",
        Seed = 7,

        // Most tests are not about music, and silence is quicker.
        OwnMusic = false,
    };

    /// <summary>A scene with a clip in the film's own form: a flash of three frames, then a picture of its own colour that moves.</summary>
    internal async Task<CutScene> NormalAsync(int scene, int frames, int more = 0)
    {
        var clip = Path.Combine(Project, "takes", $"scene-{scene:00}-take-1.mp4");
        string[] colours = ["0x203860", "0x603820", "0x206038", "0x502058", "0x585820"];
        string[] arguments =
        [
            "-v", "error", "-f", "lavfi", "-i", $"color=c={colours[scene % colours.Length]}:s={Form.Size}:r=30",
            "-vf", "noise=alls=3:allf=t,drawbox=color=white:t=fill:enable='lt(n,3)',setsar=1",
            .. FilmCodec.Arguments(Form, frames + more), clip,
        ];
        await Media.FfmpegAsync(arguments);
        return new CutScene { Scene = scene, Frames = frames, Clip = clip, Normal = true, Take = 1, Maker = "animatic", Shot = Shot() };
    }

    /// <summary>A clip as a provider delivers it.</summary>
    internal async Task<string> ProviderClipAsync(string name, params IReadOnlyList<string> arguments)
    {
        var clip = Path.Combine(Project, "takes", name);
        await Media.FfmpegAsync(["-v", "error", .. arguments, clip]);
        return clip;
    }

    /// <summary>A beep as a voice: 1 kHz, beginning and ending at once.</summary>
    internal async Task<SpokenLine> BeepAsync(double start, double seconds, string text = "Bíp")
    {
        var wav = Media[$"beep-{seconds}.wav"];
        await Media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", $"sine=frequency=1000:sample_rate=48000:duration={seconds}", "-af", "volume=4", "-ac", "1", wav);
        return new SpokenLine("Minh", text, start, start + seconds, wav);
    }

    internal static Scene Shot(string? sound = null, string? emotion = null, double intensity = 0) =>
        new() { Prompt = "Một con hẻm nhỏ.", Duration = 2, Location = "Hẻm nhỏ Sài Gòn", Sound = sound, Emotion = emotion, Intensity = intensity };

    public void Dispose() => Media.Dispose();
}
