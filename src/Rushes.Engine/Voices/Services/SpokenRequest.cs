using Rushes.Film.Accounts;

namespace Rushes.Engine.Voices.Services;

/// <summary>A line as one account with one model is to speak it, in the manner's own pace.</summary>
/// <param name="Entry">The voice as the data file has it.</param>
public sealed record SpokenRequest(string Text, string Language, SpeakingManner Manner, ServiceVoices Book, ServiceVoices.Entry Entry, SpeechModel Model, Account Account);
