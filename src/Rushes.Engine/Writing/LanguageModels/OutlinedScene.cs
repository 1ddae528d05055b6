namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>A scene of a long film before it is written.</summary>
internal sealed record OutlinedScene(int? Number, string What, string? Location, IReadOnlyList<string> Characters, string? TimeOfDay);
