using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>One drawing of an element, shown instead of its others.</summary>
internal sealed record Cel(SvgDrawing Drawing, SvgView View);
