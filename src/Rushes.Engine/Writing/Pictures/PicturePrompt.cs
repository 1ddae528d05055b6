namespace Rushes.Engine.Writing.Pictures;

/// <summary>One prompt of a prompt file.</summary>
/// <param name="File">The prompt file, as a sentence about it calls it.</param>
/// <param name="Entry">Which prompt of the file, counted from 1.</param>
/// <param name="Text">What should happen in the picture, with what is said in it; null leaves the motion to the picture.</param>
/// <param name="Picture">The name of the picture it is for, with or without ending; null is the next one in order.</param>
/// <param name="Move">One of <see cref="Rushes.Film.Briefs.Picture.Moves"/>.</param>
/// <param name="Seconds">Seconds on screen.</param>
public sealed record PicturePrompt(string File, int Entry, string? Text, string? Picture = null, string? Move = null, double? Seconds = null);
