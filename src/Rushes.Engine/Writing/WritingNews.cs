using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>What is heard from a writer at work.</summary>
public abstract record WritingNews;

/// <summary>A scene that has just been written; one that was mended comes again.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Of">How many the script will have.</param>
public sealed record WrittenScene(int Number, int Of, Scene Scene) : WritingNews;

/// <summary>A sentence for people: who is asked, who rests, what was mended.</summary>
/// <param name="Matters">Whether it changes what the user gets.</param>
public sealed record WritingRemark(string Sentence, bool Matters) : WritingNews;
