#!/usr/bin/env python3
"""The same circuits in PyTorch: the state as a tensor (batch, 2^wires), a gate as arithmetic on views of it, gradients by
backpropagation, as most state-vector simulators for machine learning do it. Prints one line of JSON."""
import json
import math
import resource
import sys
import time

import torch

WIRES, LAYERS, BATCH, DATA = 20, 10, 30, 9


class State:
    """Amplitudes (batch, 2^wires); every gate makes a new tensor, as autograd wants it."""

    def __init__(self, batch, wires, dtype):
        self.wires = wires
        self.a = torch.zeros(batch, 2**wires, dtype=dtype)
        self.a[:, 0] = 1

    def pair(self, wire, m00, m01, m10, m11):
        v = self.a.view(-1, 2**wire, 2, 2 ** (self.wires - 1 - wire))
        zero, one = v[:, :, 0], v[:, :, 1]
        self.a = torch.stack([m00 * zero + m01 * one, m10 * zero + m11 * one], 2).view(self.a.shape)

    def ry(self, wire, angle):
        c, s = torch.cos(angle / 2).view(-1, 1, 1), torch.sin(angle / 2).view(-1, 1, 1)
        self.pair(wire, c, -s, s, c)

    def rx(self, wire, angle):
        c, s = torch.cos(angle / 2).view(-1, 1, 1), -1j * torch.sin(angle / 2).view(-1, 1, 1)
        self.pair(wire, c, s, s, c)

    def h(self, wire):
        r = math.sqrt(0.5)
        self.pair(wire, r, r, r, -r)

    def take(self, index):
        self.a = self.a[:, index]

    def z(self, wire):
        p = (self.a * self.a.conj()).real if self.a.is_complex() else self.a * self.a
        v = p.view(p.shape[0], 2**wire, 2, -1)
        return v[:, :, 0].sum((1, 2)) - v[:, :, 1].sum((1, 2))


def cnot(wires, control, target):
    i = torch.arange(2**wires)
    return torch.where((i >> (wires - 1 - control)) & 1 == 1, i ^ (1 << (wires - 1 - target)), i)


def cswap(wires, control, a, b):
    i = torch.arange(2**wires)
    p, q = wires - 1 - a, wires - 1 - b
    differ = (((i >> p) ^ (i >> q)) & 1 == 1) & ((i >> (wires - 1 - control)) & 1 == 1)
    return torch.where(differ, i ^ (1 << p) ^ (1 << q), i)


def ring(real, gradient):
    angles = torch.sin(torch.arange(WIRES * LAYERS, dtype=torch.float64)).requires_grad_(gradient)
    moves = [cnot(WIRES, w, (w + 1) % WIRES) for w in range(WIRES)]

    def work():
        with torch.set_grad_enabled(gradient):
            state = State(1, WIRES, torch.float64 if real else torch.complex128)
            for layer in range(LAYERS):
                for w in range(WIRES):
                    (state.ry if real else state.rx)(w, angles[layer * WIRES + w])
                for w in range(WIRES):
                    state.take(moves[w])
            z = state.z(0).sum()
        if not gradient:
            return float(z)
        angles.grad = None
        z.backward()
        return float(angles.grad.sum())

    return work


def autoencoder(swap_test):
    wires = 14 if swap_test else DATA
    weight = torch.sin(torch.arange(36, dtype=torch.float64)).float().double().requires_grad_()
    optimizer = torch.optim.Adam([weight], lr=1e-3)
    x = torch.cos(torch.arange(BATCH * DATA, dtype=torch.float64)).float().double().view(BATCH, DATA)
    moves = [cnot(wires, w, (w + 1) % DATA) for w in range(DATA)]
    exchanges = [cswap(wires, 13, 5 + k, 9 + k) for k in range(4)] if swap_test else []
    zeros = (torch.arange(2**wires) & 15) == 0    # wires 5 to 8 of 9

    def work():
        optimizer.zero_grad()
        state = State(BATCH, wires, torch.float64)
        p = 0
        for _ in range(2):
            for w in range(DATA):
                state.ry(w, weight[p] + weight[p + 1] * x[:, w])
                p += 2
            for w in range(DATA):
                state.take(moves[w])
        if swap_test:
            state.h(13)
            for exchange in exchanges:
                state.take(exchange)
            state.h(13)
            fidelity = state.z(13)
        else:
            fidelity = (state.a[:, zeros] ** 2).sum(1)
        loss = ((1 - fidelity) ** 2).mean()
        loss.backward()
        optimizer.step()
        return float(loss)

    return work


def main():
    name, runs = sys.argv[1], int(sys.argv[2])
    work = {
        "ring": lambda: ring(True, False), "ring-complex": lambda: ring(False, False), "ring-gradient": lambda: ring(True, True),
        "autoencoder": lambda: autoencoder(True), "autoencoder-projector": lambda: autoencoder(False),
    }[name]()
    value = work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"ms": times, "value": value, "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))


main()
