using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Voices;
using Rushes.Engine.Voices.Services;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Speech.Services;

namespace Rushes.Providers.Speech;

/// <summary>Adds everything that speaks, best first: that is the order in which engines stand in for one another.</summary>
public static class SpeechServices
{
    /// <param name="piperVoices">Absolute folder of the user's Piper voices; need not exist.</param>
    /// <param name="paidLines">Absolute folder for lines that were paid for.</param>
    public static IServiceCollection AddSpeech(this IServiceCollection services, string piperVoices, string paidLines)
    {
        services.AddSingleton<SpeechRules>();
        services.AddSingleton<SpeechRoom>();
        services.AddSingleton(_ => new PaidLines(paidLines));
        AddService<GeminiSpeech>(services);
        AddService<AzureSpeech>(services);
        AddService<ElevenLabsSpeech>(services);
        AddService<OpenAiSpeech>(services);
        services.AddSingleton<ISpeechEngine>(studio => new PiperSpeech(
            studio.GetRequiredService<MediaPrograms>(), studio.GetRequiredService<ProgramFinder>(), studio.GetRequiredService<DataShelf>(), piperVoices));
        services.AddSingleton<ISpeechEngine, EspeakSpeech>();
        services.AddSingleton<ISpeechEngine, FliteSpeech>();
        services.AddSingleton(DataForm.Of<PiperSpeech.PiperBook>("voices/piper.json"));
        services.AddSingleton(DataForm.Of<EspeakSpeech.VoiceBook>("voices/espeak-ng.json"));
        services.AddSingleton(DataForm.Of<FliteSpeech.VoiceBook>("voices/flite.json"));
        services.AddSingleton(DataForm.Of<ManneredWords.InstructionWords>("voices/instructions.json"));
        services.AddSingleton<IAccountCheck, AzureSpeechCheck>();
        services.AddSingleton<IAccountCheck, ElevenLabsCheck>();
        return services;
    }

    private static void AddService<T>(IServiceCollection services)
        where T : SpeechSource
    {
        services.AddSingleton<T>();
        services.AddSingleton<ISpeechEngine>(studio => new ServiceSpeech(
            studio.GetRequiredService<T>(),
            studio.GetRequiredService<DataShelf>(),
            studio.GetRequiredService<AccountKinds>(),
            studio.GetRequiredService<IAccountBook>(),
            studio.GetRequiredService<IKeyRing>(),
            studio.GetRequiredService<SpeechRoom>(),
            studio.GetRequiredService<PaidLines>()));
    }
}
