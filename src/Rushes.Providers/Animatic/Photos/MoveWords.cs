using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>A move in <c>data/lexicons/moves.json</c>: what it is called, and how texts ask for it.</summary>
internal sealed record MoveWords(Names Name, Dictionary<string, string[]> Words);
