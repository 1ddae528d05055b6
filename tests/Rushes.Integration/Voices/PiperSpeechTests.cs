using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Speech;
using Rushes.Tests.Cutting;

namespace Rushes.Integration.Voices;

/// <summary>
/// Piper's command line, played by a script that takes the same arguments, refuses others, reads its text from standard input and writes a WAV of 22,050 Hz
/// whose length follows text and <c>--length_scale</c>.
/// </summary>
public sealed class PiperSpeechTests : IDisposable
{
    private const string Script = """
        #!/bin/sh
        scale=1
        printf '%s\n' "$@" > "$(dirname "$0")/arguments"
        while [ $# -gt 0 ]; do
            case "$1" in
                --model|-m) model="$2"; shift 2 ;;
                --output_file|-f) out="$2"; shift 2 ;;
                --length_scale) scale="$2"; shift 2 ;;
                --noise_scale|--noise_w|--sentence_silence|--speaker|--config) shift 2 ;;
                *) echo "unrecognized arguments: $1" >&2; exit 2 ;;
            esac
        done
        [ -f "$model" ] || { echo "Unable to find voice: $model" >&2; exit 1; }
        read -r text || true
        printf '%s' "$text" > "$(dirname "$0")/text"
        [ "$text" = "Hỏng." ] && { echo "onnxruntime: invalid graph" >&2; exit 1; }
        exec ffmpeg -nostdin -v error -y -f lavfi -i "sine=220:r=22050:d=$(awk "BEGIN{print length(\"$text\")*0.05*$scale}")" -ac 1 "$out"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rushes-piper-").FullName;

    private string Voices => Path.Combine(_folder, "voices");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_voice_of_the_folder_is_offered_with_its_language()
    {
        Bring("vi_VN-vais1000-medium", "vi_VN", "Vietnamese", "vais1000");
        Bring("en/en_US-ryan-high", "en_US", "English", "ryan");
        await File.WriteAllTextAsync(Path.Combine(Voices, "broken.onnx"), "", Stop);
        await File.WriteAllTextAsync(Path.Combine(Voices, "broken.onnx.json"), "{", Stop);
        var voices = await Engine().VoicesAsync(Stop);
        Assert.Equal(
            [("piper:en_US-ryan-high", "en", "male"), ("piper:vi_VN-vais1000-medium", "vi", "female")],
            voices.Select(voice => (voice.Name, voice.Language, voice.Gender)));
        Assert.Equal("Vietnamese, vais1000 (Piper)", voices[1].Label);
    }

    [Fact]
    public async Task A_model_of_several_speakers_is_several_voices()
    {
        Bring("vi_VN-vivos-x_low", "vi_VN", "Vietnamese", "vivos", speakers: 3);
        var engine = Engine();
        Assert.Equal(3, (await engine.VoicesAsync(Stop)).Count);
        await SpokenAsync(engine, "piper:vi_VN-vivos-x_low#2", "Xin chào.");
        Assert.Equal("2", Argument("--speaker"));
    }

    [Fact]
    public async Task A_line_goes_in_by_standard_input_and_its_pace_and_expressiveness_as_scales()
    {
        Bring("vi_VN-vais1000-medium", "vi_VN", "Vietnamese", "vais1000");
        var engine = Engine();
        var natural = await SpokenAsync(engine, "piper:vi_VN-vais1000-medium", "Xin chào các bạn.");
        Assert.Equal("Xin chào các bạn.", await File.ReadAllTextAsync(Path.Combine(_folder, "text"), Stop));
        Assert.Equal("1", Argument("--length_scale"));
        Assert.Null(Argument("--noise_scale"));
        var faster = await SpokenAsync(engine, "piper:vi_VN-vais1000-medium", "Xin chào các bạn.", new SpeakingManner(Rate: 1.1, Expressiveness: 1), 1.15);
        Assert.Equal("0.791", Argument("--length_scale"));
        Assert.NotNull(Argument("--noise_scale"));
        Assert.Equal(natural.Seconds / (1.1 * 1.15), faster.Seconds, 0.1);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.piper.wav"));
    }

    [Fact]
    public async Task What_the_program_complains_of_is_said()
    {
        Bring("vi_VN-vais1000-medium", "vi_VN", "Vietnamese", "vais1000");
        var silent = Assert.IsType<Utterance.Silent>(await SpeakAsync(Engine(), "piper:vi_VN-vais1000-medium", "Hỏng."));
        Assert.Equal("onnxruntime: invalid graph", silent.Reason);
        Assert.False(silent.ForNow);
    }

    [Fact]
    public async Task Without_the_program_there_are_no_voices_and_the_remedy_names_the_folder()
    {
        Bring("vi_VN-vais1000-medium", "vi_VN", "Vietnamese", "vais1000");
        var engine = Engine(installed: false);
        Assert.Empty(await engine.VoicesAsync(Stop));
        Assert.NotNull(engine.Find("piper:vi_VN-vais1000-medium", "vi"));
        Assert.Contains(Voices, engine.Remedy, StringComparison.Ordinal);
        var silent = Assert.IsType<Utterance.Silent>(await SpeakAsync(engine, "piper:vi_VN-vais1000-medium", "Xin chào."));
        Assert.True(silent.ForNow);
    }

    private void Bring(string name, string code, string language, string dataset, int speakers = 1)
    {
        var model = Path.Combine(Voices, name + ".onnx");
        Directory.CreateDirectory(Path.GetDirectoryName(model)!);
        File.WriteAllText(model, "weights");
        File.WriteAllText(model + ".json", $$"""
            {"audio":{"sample_rate":22050,"quality":"medium"},"espeak":{"voice":"{{code[..2]}}"},"inference":{"noise_scale":0.667,"length_scale":1,"noise_w":0.8},
             "num_speakers":{{speakers}},"language":{"code":"{{code}}","family":"{{code[..2]}}","name_english":"{{language}}"},"dataset":"{{dataset}}"}
            """);
    }

    private PiperSpeech Engine(bool installed = true)
    {
        var program = Path.Combine(_folder, "piper");
        File.WriteAllText(program, Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var finder = new ProgramFinder(name => name == "RUSHES_PIPER" ? installed ? program : Path.Combine(_folder, "missing") : Environment.GetEnvironmentVariable(name));
        return new(new MediaPrograms(new ProcessSpawner(), finder), finder, new DataShelf(new RepositoryData()), Voices);
    }

    private Task<Utterance> SpeakAsync(PiperSpeech engine, string voice, string text, SpeakingManner? manner = null, double rate = 1) => engine.SpeakAsync(
        new SpeechOrder(text, "vi", engine.Find(voice, "vi")!, manner ?? SpeakingManner.Natural, rate, Path.Combine(_folder, $"{Guid.NewGuid():N}.wav")), Stop);

    private async Task<Utterance.Spoken> SpokenAsync(PiperSpeech engine, string voice, string text, SpeakingManner? manner = null, double rate = 1)
    {
        var utterance = await SpeakAsync(engine, voice, text, manner, rate);
        return utterance as Utterance.Spoken ?? throw new InvalidOperationException($"{utterance}");
    }

    /// <summary>What followed a name on the command line; null when it was not there.</summary>
    private string? Argument(string name)
    {
        var arguments = File.ReadAllLines(Path.Combine(_folder, "arguments")).ToList();
        var at = arguments.IndexOf(name);
        return at < 0 ? null : arguments[at + 1];
    }
}
