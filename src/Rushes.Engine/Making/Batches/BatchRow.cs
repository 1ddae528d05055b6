using Rushes.Film;

namespace Rushes.Engine.Making.Batches;

/// <summary>A film of a batch.</summary>
/// <param name="Number">As a spreadsheet or an editor counts: the header of a CSV file is 1, the first line of a JSONL file too.</param>
/// <param name="Fields">What the row says, by column in lower case with hyphens; several values of a field in their order. Empty cells are left out.</param>
/// <param name="Broken">Why the row cannot be read at all; null when it can.</param>
public sealed record BatchRow(int Number, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, Mistake? Broken = null);
