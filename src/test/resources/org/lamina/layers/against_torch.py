"""Compares layers with PyTorch's own modules on the same weights and inputs, forward and backward.

Argument: a folder with cases.json, a list of {name, title, source, expression}, and a safetensors file per case that holds
in.0, in.1, ..., weight.NAME, out, factors (the gradient that arrives at the answer), grad.in.0, ..., grad.weight.NAME.
Prints a line per case: title, largest difference forward, largest difference backward, or what went wrong.
"""
import json
import re
import struct
import sys
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

if not hasattr(nn, "RMSNorm"):  # PyTorch has it from 2.4
    class RMSNorm(nn.Module):
        def __init__(self, shape, eps):
            super().__init__()
            self.weight = nn.Parameter(torch.ones(shape))
            self.axes = tuple(range(-len(shape), 0))
            self.eps = eps

        def forward(self, x):
            return x * torch.rsqrt(x.pow(2).mean(self.axes, keepdim=True) + self.eps) * self.weight

    nn.RMSNorm = RMSNorm

RENAMED = {"gamma": "weight", "beta": "bias", "runningMean": "running_mean", "runningVar": "running_var"}


def read(file):
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for name, entry in json.loads(data[8:8 + size]).items():
        if name != "__metadata__":
            begin, end = (8 + size + at for at in entry["data_offsets"])
            numbers = numpy.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(numbers.copy())
    return tensors


def build(case):
    scope = {"torch": torch, "nn": nn, "functional": functional}
    exec(case["source"], scope)
    return eval(case["expression"], scope)


def load(module, tensors):
    """The module's parameters by the layer's names; names of the layer end those of the module."""
    ours = {name[7:]: value for name, value in tensors.items() if name.startswith("weight.")}
    theirs = {}
    if isinstance(module, nn.Module):
        named = list(module.named_parameters()) + list(module.named_buffers())
        theirs.update((re.sub(r"\b\d+\.", "", n), p) for n, p in named if not n.endswith("num_batches_tracked"))
    matched = {}
    for name, value in ours.items():
        wanted = RENAMED.get(name, name)
        found = [n for n in theirs if n == wanted or n.endswith("." + wanted)]
        if len(found) != 1:
            raise ValueError(f"{name} matches {found} of {list(theirs)}")
        with torch.no_grad():
            theirs[found[0]].copy_(value.reshape(theirs[found[0]].shape))
        matched[name] = theirs.pop(found[0])
    if theirs:
        raise ValueError(f"PyTorch has also {list(theirs)}")
    return matched


def difference(a, b):
    if a.numel() != b.numel():
        raise ValueError(f"sizes {tuple(a.shape)} and {tuple(b.shape)}")
    return float((a - b.reshape(a.shape)).abs().max() / max(1, float(b.abs().max())))


def compare(case, tensors):
    module = build(case)
    weights = load(module, tensors)
    if isinstance(module, nn.Module):
        module.eval()
    inputs = []
    while f"in.{len(inputs)}" in tensors:
        x = tensors[f"in.{len(inputs)}"]
        inputs.append(x.requires_grad_() if f"grad.in.{len(inputs)}" in tensors else x.long())
    out = module(*inputs)
    forward = difference(out.detach(), tensors["out"])
    (out * tensors["factors"].reshape(out.shape)).sum().backward()
    backward = 0
    for i, x in enumerate(inputs):
        if x.requires_grad:
            unread = torch.zeros_like(x)
            backward = max(backward, difference(unread if x.grad is None else x.grad, tensors[f"grad.in.{i}"]))
    for name, weight in weights.items():
        if f"grad.weight.{name}" in tensors:
            backward = max(backward, difference(weight.grad, tensors[f"grad.weight.{name}"]))
    return forward, backward


folder = Path(sys.argv[1])
for case in json.loads((folder / "cases.json").read_text()):
    try:
        print(case["title"], *compare(case, read(folder / f"{case['name']}.safetensors")), sep="\t")
    except Exception as e:
        print(case["title"], f"{case['expression']}: {type(e).__name__}: {e}".replace("\n", " ").replace("\t", " "), sep="\t")
