using Rushes.Engine.Making;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

/// <summary>States as the words that the books use.</summary>
internal static class StateWords
{
    private static readonly string[] Takes = [.. Enum.GetNames<TakeState>().Select(Lower)];
    private static readonly string[] Attempts = ["intent", "submitted", "done", "rejected", "unknown", "written_off"];
    private static readonly string[] Runs = [.. Enum.GetNames<RunState>().Select(Lower)];
    private static readonly string[] Stages = [.. Enum.GetNames<FilmStage>().Select(Lower)];

    public static string Word(this TakeState state) => Takes[(int)state];

    public static string Word(this AttemptState state) => Attempts[(int)state];

    public static string Word(this RunState state) => Runs[(int)state];

    public static string Word(this FilmStage stage) => Stages[(int)stage];

    public static TakeState Take(string word) => (TakeState)Place(Takes, word);

    public static AttemptState Attempt(string word) => (AttemptState)Place(Attempts, word);

    public static RunState Run(string word) => (RunState)Place(Runs, word);

    public static FilmStage Stage(string word) => (FilmStage)Place(Stages, word);

    private static string Lower(string name) => name.ToLowerInvariant();

    private static int Place(string[] words, string word) =>
        Array.IndexOf(words, word) is var place and >= 0 ? place : throw new InvalidDataException($"The books say \"{word}\", which is no state.");
}
