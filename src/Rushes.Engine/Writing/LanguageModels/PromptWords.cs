using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>The small words of prompts (<c>data/prompts/words.json</c>).</summary>
internal sealed record PromptWords
{
    public required Names Words { get; init; }
    public required Names Letters { get; init; }
    public required Names Idea { get; init; }
    public required Names Product { get; init; }
    public required Names Name { get; init; }
    public required Names Description { get; init; }
    public required Names Points { get; init; }
    public required Names Price { get; init; }
    public required Names Offer { get; init; }
    public required Names Call { get; init; }
    public required Names People { get; init; }
    public required Names Story { get; init; }
    public required Names Characters { get; init; }
    public required Names Subject { get; init; }
    public required Names Nothing { get; init; }
    public required Names HookHere { get; init; }
    public required Names Wrong { get; init; }

    /// <summary>What is added when an answer could not be used; <c>{0}</c> is why.</summary>
    public required Names Again { get; init; }

    /// <summary>What visual notes are for in a story, and in a sales film.</summary>
    public required Names NotesStory { get; init; }

    public required Names NotesSales { get; init; }

    /// <summary>Asks for texts to post; <c>{0}</c> is the platform.</summary>
    public required Names Posts { get; init; }
}
