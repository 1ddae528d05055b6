using System.Security.Cryptography;
using System.Text;
using Rushes.Engine.Library;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>Lets a voice say a sentence, so that people can choose.</summary>
public sealed class VoiceSamples(SpeechDirector director, SpeakingStyles styles, DataShelf shelf)
{
    private const string English = "en";

    /// <param name="language">Null: the voice's first.</param>
    /// <param name="text">Null: a sentence of <c>data/voices/samples.json</c>.</param>
    /// <param name="folder">Where the sample is kept when <paramref name="file"/> is null.</param>
    /// <param name="file">Absolute.</param>
    /// <exception cref="MistakeException">There is no such voice, or it could not speak.</exception>
    public async Task<Sample> SpeakAsync(
        string name, string? language, string? text, Manner? manner, string? folder, string? file, CancellationToken cancellation)
    {
        var spoken = language ?? Languages.All.FirstOrDefault(known => director.Find(name, known) is not null) ?? English;
        var voice = await director.DemandAsync(name, spoken, cancellation);
        if (!voice.Speaks(spoken))
            spoken = voice.Language;
        var sentences = shelf.Read<Dictionary<string, string>>("voices/samples.json");
        var said = text ?? sentences.GetValueOrDefault(spoken) ?? sentences[English];
        var wav = file ?? Path.Combine(folder!, FileOf(voice, said, manner));
        Directory.CreateDirectory(Path.GetDirectoryName(wav)!);
        var engine = director.Engines.First(known => known.Name == voice.Engine);
        return await engine.SpeakAsync(new SpeechOrder(said, spoken, voice, styles.Of(manner, null), 1, wav), cancellation) switch
        {
            Utterance.Spoken done => new Sample(voice.Name, spoken, said, wav, done.Seconds, done.Receipt),
            Utterance.Silent silent => throw Mistake.Machine("voices.sample-failed", voice.Name, silent.Reason).AsException(),
            var other => throw new InvalidOperationException($"Unknown utterance {other}."),
        };
    }

    private static string FileOf(Voice voice, string text, Manner? manner)
    {
        var plain = new string([.. voice.Name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')]);
        return $"{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{manner}\n{text}")))[..8]}.wav";
    }

    /// <param name="File">Absolute: 48 kHz mono 16-bit PCM.</param>
    /// <param name="Receipt">Null: nobody asks for money.</param>
    public sealed record Sample(string Voice, string Language, string Text, string File, double Seconds, LineReceipt? Receipt);
}
