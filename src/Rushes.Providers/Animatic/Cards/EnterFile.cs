namespace Rushes.Providers.Animatic.Cards;

/// <summary>When and how an item comes.</summary>
/// <param name="At">Seconds from the start of a scene of four seconds or more; shorter scenes hurry.</param>
/// <param name="Takes">Seconds.</param>
/// <param name="Each">Seconds between one line of text and the next.</param>
internal sealed record EnterFile(Entrance How = Entrance.Fade, double At = 0, double Takes = 0.6, double Each = 0.14);
